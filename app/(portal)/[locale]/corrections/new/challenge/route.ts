import { giveChallenge } from '../../../letters/form/send';

export const GET = giveChallenge('correction');
