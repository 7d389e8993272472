/**
 * Payload's own publish button is replaced by nothing: publication is the last step in the
 * review panel, where the person sees who has signed. The hook holds the rule in any case.
 */
export const PublishButton = () => null;
