import { sendForm } from '../../../letters/form/send';

export const POST = sendForm('record');
