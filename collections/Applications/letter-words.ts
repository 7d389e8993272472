import type { LetterWords } from '@/domain/applications/letters/facts';
import { messages, official } from '@/messages';

/** The official language's words of letters, whoever reads the page around them. */
export const letterWords = (): LetterWords => {
  const { replies, forms, delivery } = messages['zh-CN'].applications;
  return { sentences: official.letters.sentences, replyKinds: replies.kinds, forms, delivery };
};
