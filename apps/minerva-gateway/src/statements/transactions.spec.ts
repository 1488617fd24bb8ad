import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aborted, type Transaction, Transactions } from './transactions.js';

const wanted = (owner: string, user = owner): Pick<Transaction, 'owner' | 'user' | 'isolation' | 'readOnly'> => ({ owner, user, isolation: 'READ UNCOMMITTED', readOnly: false });

describe('a transaction', () => {
  it('is found by who began it, as whom it was begun, until it is ended; by nobody else', () => {
    const transactions = new Transactions();
    const { id } = transactions.begin(wanted('amir'));
    const other = transactions.begin(wanted('service', 'amir'));
    expect(transactions.find(id, wanted('amir'))?.id).toBe(id);
    expect([transactions.find(id, wanted('olivia')), transactions.find(id, wanted('amir', 'olivia')), transactions.find(id, wanted('olivia', 'amir')), transactions.find(other.id, wanted('amir')), transactions.find('no', wanted('amir'))]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    transactions.end(other);
    expect([transactions.find(other.id, wanted('service', 'amir')), transactions.find(id, wanted('amir'))?.id]).toEqual([undefined, id]);
  });

  it('is spoiled by one statement that fails, and does no other', async () => {
    const transactions = new Transactions();
    const transaction = transactions.begin(wanted('amir'));
    expect(await transactions.within(transaction, async () => 1)).toBe(1);
    await expect(transactions.within(transaction, async () => { throw new Error('no such table'); })).rejects.toThrow('no such table');
    let did = false;
    await expect(transactions.within(transaction, async () => { did = true; })).rejects.toThrow(aborted());
    expect(did).toBe(false);
  });

  it('is ended when nobody uses it for so long, not while a statement of it runs', async () => {
    let clock = 0;
    const transactions = new Transactions(() => clock);
    const [idle, used] = [transactions.begin(wanted('amir')), transactions.begin(wanted('amir'))];
    let finish: () => void = () => undefined;
    const running = transactions.within(used, () => new Promise<void>((resolve) => { finish = resolve; }));
    clock = 1_001;
    expect(transactions.expire(1_000)).toEqual([idle]);
    finish();
    await running;
    expect(transactions.expire(1_000)).toEqual([]);
    clock = 2_003;
    expect(transactions.expire(1_000)).toEqual([used]);
    expect(transactions.find(used.id, wanted('amir'))).toBeUndefined();
  });

  it('is one of at most a hundred of one owner, whoever else has how many', () => {
    const transactions = new Transactions();
    const mine = Array.from({ length: 100 }, () => transactions.begin(wanted('amir')));
    expect(() => transactions.begin(wanted('amir'))).toThrow('100 transactions of yours are open');
    transactions.begin(wanted('olivia'));
    transactions.end(mine[0] as Transaction);
    transactions.begin(wanted('amir'));
  });

  it('is never another\'s, whatever is begun, ended and left by whom', () => {
    const step = fc.record({ what: fc.constantFrom('begin', 'end', 'wait'), owner: fc.constantFrom('a', 'b'), user: fc.constantFrom('a', 'b'), which: fc.nat() });
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let clock = 0;
      const transactions = new Transactions(() => clock);
      let open: { transaction: Transaction; since: number }[] = [];
      for (const { what, owner, user, which } of steps) {
        if (what === 'begin') open.push({ transaction: transactions.begin(wanted(owner, user)), since: clock });
        else if (what === 'wait') {
          clock += 400;
          const left = new Set(transactions.expire(1_000));
          expect(open.filter(({ since }) => clock - since > 1_000).map(({ transaction }) => transaction)).toEqual([...left]);
          open = open.filter(({ transaction }) => !left.has(transaction));
        } else if (open.length > 0) transactions.end((open.splice(which % open.length, 1)[0] as (typeof open)[number]).transaction);
        for (const { transaction } of open) for (const one of ['a', 'b']) for (const other of ['a', 'b']) expect(transactions.find(transaction.id, wanted(one, other))).toBe(one === transaction.owner && other === transaction.user ? transaction : undefined);
      }
    }));
  });
});
