import { saveForm } from '../../form/save';

export const POST = saveForm('letter');
