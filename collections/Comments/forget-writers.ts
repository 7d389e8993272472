import type { PayloadRequest, Where } from 'payload';
import { appendToAudit } from '@/collections/AuditLog/append';
import { forgetWritersOn } from '@/domain/consultations/retention';
import { dayOf, type Day } from '@/domain/workdays/days';
import type { Comment, Consultation } from '@/payload-types';

const PAGE = 100;

/**
 * 个人信息保护法第十九条: “个人信息的保存期限应当为实现处理目的所必要的最短时间”. Takes away who wrote and how to reach
 * them, and what they attached, once a consultation is answered; what they said stays.
 * @returns how many comments have forgotten their writer
 */
export async function forgetWriters(req: PayloadRequest, today: Day): Promise<number> {
  const named: Where = { or: [{ name: { exists: true } }, { contact: { exists: true } }] };
  const { docs } = await req.payload.db.find<Consultation>({
    collection: 'consultations',
    where: { closesAt: { less_than: `${today}T00:00:00.000Z` } },
    limit: 0,
    pagination: false,
    select: { closesAt: true, outcomeOn: true },
    req,
  });
  let forgotten = 0;
  for (const { id, closesAt, outcomeOn } of docs) {
    const day = (value: string) => dayOf(new Date(value));
    if (forgetWritersOn(day(closesAt), outcomeOn ? day(outcomeOn) : null) > today) continue;
    const of: Where = { consultation: { equals: id } };
    const { docs: files } = await req.payload.delete({
      collection: 'case-files',
      where: { 'comment.consultation': { equals: id } },
      depth: 0,
      req,
    });
    let erased = 0;
    for (;;) {
      const { docs: comments } = await req.payload.db.find<Comment>({
        collection: 'comments',
        where: { and: [of, named] },
        limit: PAGE,
        pagination: false,
        select: { state: true },
        req,
      });
      for (const comment of comments) {
        await req.payload.db.updateOne({
          collection: 'comments',
          id: comment.id,
          data: { name: null, contact: null },
          returning: false,
          req,
        });
      }
      erased += comments.length;
      if (comments.length < PAGE) break;
    }
    if (erased + files.length === 0) continue;
    forgotten += erased;
    await appendToAudit(req.payload, [
      {
        action: 'erase',
        subject: 'consultations',
        record: String(id),
        title: null,
        before: null,
        after: { comments: erased, files: files.length },
        at: new Date().toISOString(),
        who: null,
        whoName: null,
        address: null,
      },
    ]);
  }
  return forgotten;
}
