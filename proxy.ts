import createMiddleware from 'next-intl/middleware';
import { routing } from './i18n/routing';

export default createMiddleware(routing);

export const config = {
  // Files, the admin and the interfaces have no language.
  matcher: ['/((?!api|admin|_next|.*\\..*).*)'],
};
