import { formatDay, isDay, type Day } from '../../workdays/days';
import { isOrganisation } from '../applicants';
import { opinionWorkdays, paymentWorkdays, replyWorkdays } from '../clock';
import { replyKinds, type Basis } from '../reply-kinds';
import { cleanText } from './clean';
import type { LetterContext, LetterFacts, LetterWords } from './facts';
import { addresseeOf, isDecisionLetter, noticeBasis, type LetterKind } from './kinds';
import type { Placeholder } from './placeholders';
import { latestDay, promisedDay } from './promised-day';
import { remedyParagraph } from './remedy-paragraph';
import { fillWords } from './words';

/** What stands in a place of a letter; null where the fact for it is not known. */
export function valueOf(place: Placeholder, context: LetterContext): string | null {
  const { kind, facts, words } = context;
  const { sentences } = words;
  const you = youOf(kind, facts, words);
  const { fee } = facts;
  switch (place) {
    case 'you':
      return you;
    case 'basis':
      return basisText(basisOf(kind, facts), noticeOf(kind, facts), words);
    case 'remedy':
      return you && remedyParagraph(context, you);
    case 'replyKind':
      return facts.replyKind ? words.replyKinds[facts.replyKind] : null;
    case 'form':
      return facts.form ? words.forms[facts.form] : null;
    case 'delivery':
      return facts.delivery ? words.delivery[facts.delivery] : null;
    case 'term':
      return termText(facts, words);
    case 'opinionTerm':
      return fillWords(sentences.workdays, { count: opinionWorkdays });
    case 'paymentTerm':
      return fillWords(sentences.workdays, { count: paymentWorkdays });
    case 'workdays':
      return isCount(facts.workdays)
        ? fillWords(sentences.workdays, { count: facts.workdays })
        : null;
    case 'counting':
      return fee ? sentences[fee.basis === 'pages' ? 'byPages' : 'byRequests'] : null;
    case 'rates':
      return fee ? sentences[fee.basis === 'pages' ? 'ratesByPages' : 'ratesByRequests'] : null;
    case 'count':
      return isCount(fee?.count)
        ? fillWords(sentences[fee.basis === 'pages' ? 'pages' : 'requests'], { count: fee.count })
        : null;
    case 'yuan':
      return isCount(fee?.yuan) ? fillWords(sentences.yuan, { count: grouped(fee.yuan) }) : null;
    case 'decision':
      return decisionText(context, you);
    case 'respondBy':
      return promisedDay(facts.respondBy, null, words);
    case 'dueOn':
      return promisedDay(facts.dueOn, facts.dueMayMove, words);
    case 'newDueOn':
      return promisedDay(facts.newDueOn, facts.newDueMayMove, words);
    case 'date':
    case 'filedOn':
    case 'receivedOn':
    case 'withdrawnOn':
      return dayText(facts[place]);
    default:
      return typeof facts[place] === 'string' ? cleanText(facts[place]) : null;
  }
}

/**
 * 条例第三十九条第一款: “申请人以政府信息公开申请的形式进行信访、投诉、举报等活动，行政机关应当告知申请人不作为政府信息公开申请处理并可以
 * 告知通过相应渠道提出。” So whatever the officer wrote, such a reply says where to write.
 */
function decisionText({ facts, words }: LetterContext, you: string | null): string | null {
  const { decision, lettersPage, replyKind } = facts;
  if (typeof decision !== 'string') return null;
  const text = cleanText(decision);
  const isTold = replyKind !== 'petition' || !lettersPage || text.includes(lettersPage);
  if (isTold || text === '') return text;
  const told = fillWords(words.sentences.lettersPage, { you: you ?? '', address: lettersPage });
  return `${text}\n${told}`;
}

/** By when there will be a reply; as long as the day of receipt is open, how that is counted. */
function termText(
  { dueOn, dueMayMove, receivedOn }: Partial<LetterFacts>,
  words: LetterWords,
): string {
  const { sentences } = words;
  if (!isDay(dueOn)) return fillWords(sentences.termUnknown, { count: replyWorkdays });
  const day = latestDay(dueOn, dueMayMove, words);
  return isDay(receivedOn)
    ? fillWords(sentences.termReceived, { received: formatDay(receivedOn), day })
    : fillWords(sentences.termKnown, { day });
}

function youOf(
  kind: LetterKind,
  { applicantKind }: Partial<LetterFacts>,
  { sentences }: LetterWords,
): string | null {
  // Of a third party it is not recorded whether it is a person; another agency is none.
  if (addresseeOf(kind) === 'thirdParty') return sentences.youEither;
  if (addresseeOf(kind) === 'otherAgency') return sentences.youOrganisation;
  if (!applicantKind) return null;
  return isOrganisation(applicantKind) ? sentences.youOrganisation : sentences.you;
}

/** A letter to whoever asks does not say of a third party that it does not agree, when none said so. */
function basisOf(
  kind: LetterKind,
  { replyKind, isObjected }: Partial<LetterFacts>,
): readonly Basis[] {
  if (isDecisionLetter(kind)) {
    const basis = replyKind ? replyKinds[replyKind].basis : [];
    return basis.filter(({ needsObjection }) => !needsObjection || isObjected !== false);
  }
  return noticeBasis[kind] ?? [];
}

const noticeOf = (kind: LetterKind, { replyKind }: Partial<LetterFacts>): string | undefined =>
  isDecisionLetter(kind) && replyKind ? replyKinds[replyKind].notice : undefined;

function basisText(
  basis: readonly Basis[],
  notice: string | undefined,
  { sentences }: LetterWords,
): string | null {
  if (basis.length === 0) return null;
  const articles = basis
    .map(({ article, quote }) => fillWords(sentences.article, { article, quote }))
    .join(sentences.articleJoin);
  const said = fillWords(sentences.articles, { articles });
  return notice ? fillWords(sentences.andNotice, { said, notice }) : said;
}

const dayText = (day: Day | undefined): string | null => (isDay(day) ? formatDay(day) : null);

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value > 0;

const grouped = (yuan: number): string => String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
