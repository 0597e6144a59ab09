import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { ScheduleCadenceInput } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { PlainList } from '../ui/plain-list.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { toLocal } from './when.ts';

const NextDueTimesQuery = graphql(`
  query NextDueTimes($cadence: ScheduleCadenceInput!, $timeZone: String!, $after: DateTime!) {
    scheduleDueTimes(cadence: $cadence, timeZone: $timeZone, after: $after, first: 5) {
      at
      clockChange
    }
  }
`);

export interface NextDueTimesProps {
  readonly cadence: ScheduleCadenceInput;
  readonly timeZone: string;
}

/** What it will do, before it is saved; a clock change is named where it shows. */
export function NextDueTimes({ cadence, timeZone }: NextDueTimesProps) {
  const [after] = useState(() => new Date().toISOString());
  const { data, error } = useQuery(NextDueTimesQuery, { variables: { cadence, timeZone, after } });
  const { next, nextNone, shifted, doubled } = texts.scheduleDialog;
  const times = error === undefined ? (data?.scheduleDueTimes ?? []) : [];
  const notes = { SHIFTED: shifted, DOUBLED: doubled };
  return (
    <Stack>
      <strong>{next}</strong>
      {error !== undefined && <Quiet>{nextNone}</Quiet>}
      <PlainList>
        {times.map(({ at, clockChange }) => (
          <li key={at}>
            {toLocal(at, timeZone)}
            {clockChange !== null && <Quiet> ({notes[clockChange]})</Quiet>}
          </li>
        ))}
      </PlainList>
    </Stack>
  );
}
