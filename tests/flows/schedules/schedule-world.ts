import { sql } from 'drizzle-orm';
import { createKeyring } from '../../../db/connections/envelope.ts';
import type { SchedulePlan } from '../../../core/schedules/schedule.ts';
import { createSchedule } from '../../../flows/schedules/manage-schedules.ts';
import { tickSchedules } from '../../../flows/schedules/tick-schedules.ts';
import type { VerificationWorld } from '../verification/verification-world.ts';

export interface ScheduledRun extends Record<string, unknown> {
  readonly tenant: number;
  readonly due: string;
  readonly status: string;
  readonly reason: string | null;
  readonly run: number | null;
  readonly blocking: number | null;
}

/** Due at two, for everyone, within an hour. */
const nightly: SchedulePlan = {
  operationType: 'provider.connection.check',
  name: 'Nightly',
  selector: { all: true },
  cadence: { kind: 'daily', atLocal: '02:00' },
  timeZone: 'UTC',
  windowMinutes: 60,
};

/** A world whose time is set by hand, and what a planner makes of it. */
export function scheduled(world: VerificationWorld) {
  const keyring = createKeyring([{ id: 'test', key: Buffer.alloc(32, 7) }]);
  const { database, queue } = world;
  const now = () => world.clock.now();
  const dependencies = { database, queue, keyring, now };
  const setTime = (time: string | Date) => {
    world.clock.now = () => new Date(time);
  };
  const tick = () => tickSchedules(dependencies);
  return {
    dependencies,
    setTime,
    tick,
    /** The ticks of as many minutes, the first now. */
    async pass(minutes: number) {
      const from = now().getTime();
      for (let minute = 0; minute <= minutes; minute += 1) {
        setTime(new Date(from + minute * 60_000));
        await tick();
      }
    },
    create: (plan: Partial<SchedulePlan> = {}) =>
      createSchedule(dependencies, world.viewer, { workspaceId: 1, plan: { ...nightly, ...plan } }),
    async runs(scheduleId: number): Promise<ScheduledRun[]> {
      const rows = await database.db.execute<{
        tenant: string;
        due: string;
        status: string;
        reason: string | null;
        run: string | null;
        blocking: string | null;
      }>(sql`select tenant_id as tenant, to_char(due_at at time zone 'UTC', 'MM-DD HH24:MI') as due, status,
        reason_code as reason, operation_run_id as run, blocking_run_id as blocking
        from schedule_runs where schedule_id = ${scheduleId} order by due_at, tenant_id`);
      return rows.map(({ tenant, run, blocking, ...row }) => ({
        ...row,
        tenant: Number(tenant),
        run: run === null ? null : Number(run),
        blocking: blocking === null ? null : Number(blocking),
      }));
    },
    async countDues(): Promise<number> {
      const [row] = await database.db.execute<{ count: string }>(
        sql`select count(*) as count from schedule_dues`,
      );
      return Number(row?.count);
    },
  };
}
