import type { ButtonHTMLAttributes } from 'react';
import { Link, type LinkProps } from '../Link/Link';
import styles from './Button.module.css';

type Kind = 'primary' | 'secondary';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind };
export type LinkButtonProps = LinkProps & { kind?: Kind };

export function Button({ kind = 'primary', className, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={join(kind, className)} {...rest} />;
}

/** A link that leads into a task and looks like the button that begins it. */
export function LinkButton({ kind = 'primary', className, ...rest }: LinkButtonProps) {
  return <Link className={join(kind, className)} {...rest} />;
}

const join = (kind: Kind, className = ''): string =>
  `${styles.button} ${styles[kind]} ${className}`.trim();
