import { saveForm } from '../../../letters/form/save';

export const POST = saveForm('record');
