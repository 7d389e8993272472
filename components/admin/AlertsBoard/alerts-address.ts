export const ALERTS_PATH = '/admin/alerts';
