import { formatDay, isDay, type Day } from '../../workdays/days';
import { isOrganisation } from '../applicants';
import { opinionWorkdays, paymentWorkdays, replyWorkdays } from '../clock';
import { replyKinds, type Basis } from '../reply-kinds';
import { cleanText } from './clean';
import type { LetterContext, LetterFacts, LetterWords } from './facts';
import { addresseeOf, isDecisionLetter, noticeBasis, type LetterKind } from './kinds';
import type { Placeholder } from './placeholders';
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
      return basisText(basisOf(kind, facts), words);
    case 'remedy':
      return you && remedyParagraph(context, you);
    case 'replyKind':
      return facts.replyKind ? words.replyKinds[facts.replyKind] : null;
    case 'form':
      return facts.form ? words.forms[facts.form] : null;
    case 'delivery':
      return facts.delivery ? words.delivery[facts.delivery] : null;
    case 'term':
      return isDay(facts.dueOn)
        ? fillWords(sentences.termKnown, { day: formatDay(facts.dueOn) })
        : fillWords(sentences.termUnknown, { count: replyWorkdays });
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
    case 'date':
    case 'filedOn':
    case 'receivedOn':
    case 'respondBy':
    case 'dueOn':
    case 'newDueOn':
    case 'withdrawnOn':
      return dayText(facts[place]);
    default:
      return typeof facts[place] === 'string' ? cleanText(facts[place]) : null;
  }
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

function basisOf(kind: LetterKind, { replyKind }: Partial<LetterFacts>): readonly Basis[] {
  if (isDecisionLetter(kind)) return replyKind ? replyKinds[replyKind].basis : [];
  return noticeBasis[kind] ?? [];
}

function basisText(basis: readonly Basis[], { sentences }: LetterWords): string | null {
  if (basis.length === 0) return null;
  const articles = basis
    .map(({ article, quote }) => fillWords(sentences.article, { article, quote }))
    .join(sentences.articleJoin);
  return fillWords(sentences.articles, { articles });
}

const dayText = (day: Day | undefined): string | null => (isDay(day) ? formatDay(day) : null);

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value > 0;

const grouped = (yuan: number): string => String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
