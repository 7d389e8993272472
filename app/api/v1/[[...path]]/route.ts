import { answer, preflight, refuseMethod } from '../answer';

export const GET = answer;
export const OPTIONS = preflight;
export const POST = refuseMethod;
export const PUT = refuseMethod;
export const PATCH = refuseMethod;
export const DELETE = refuseMethod;

export const dynamic = 'force-dynamic';
