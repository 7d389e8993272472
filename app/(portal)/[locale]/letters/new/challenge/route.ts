import { giveChallenge } from '../../form/send';

export const GET = giveChallenge('letter');
