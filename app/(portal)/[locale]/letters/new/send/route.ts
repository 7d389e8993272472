import { sendForm } from '../../form/send';

export const POST = sendForm('letter');
