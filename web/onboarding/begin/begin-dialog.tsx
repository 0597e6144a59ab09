import { useState } from 'react';
import { texts } from '../../texts.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import {
  isDirectoryId,
  useBeginOnboarding,
  useDiscoverDirectory,
  type Found,
  type Refusal,
  type Sighting,
} from './begin-onboarding.ts';
import { useClouds } from './clouds.ts';

/** The API's longest name. */
const longestName = 200;

export interface BeginDialogProps {
  readonly workspaceId: string;
  readonly onStarted: (sessionId: string) => void;
  readonly onClose: () => void;
}

/** One name is enough to begin: a domain is looked up, a directory's ID is taken as it is. */
export function BeginDialog({ workspaceId, onStarted, onClose }: BeginDialogProps) {
  const [form, setForm] = useState({ directory: '', name: '', externalId: '' });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sightings, setSightings] = useState<readonly Sighting[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const { labelOf } = useClouds();
  const { find, finding } = useDiscoverDirectory(workspaceId);
  const { begin, beginning } = useBeginOnboarding(onStarted, setRefusal);
  const change = (changed: Partial<typeof form>) => {
    setForm({ ...form, ...changed });
    setRefusal(null);
  };
  const beginWith = (entraTenantId: string) => {
    const typed = form.directory.trim();
    const name = form.name.trim() || null;
    const domain = isDirectoryId(typed) ? null : typed;
    begin({ workspaceId, entraTenantId, name, domain, externalId: form.externalId.trim() || null });
  };
  const goOn = (typed: string, found: Found) => {
    switch (found.kind) {
      case 'found':
        beginWith(found.sighting.entraTenantId);
        break;
      case 'several':
        setSightings(found.sightings);
        setChosen(found.sightings[0]?.entraTenantId ?? null);
        break;
      case 'none': {
        const sentence = texts.beginOnboarding.unknown(typed, found.unanswered.map(labelOf));
        setRefusal({ field: 'directory', sentence });
        break;
      }
      case 'refused':
        setRefusal(found.refusal);
    }
  };
  const submit = async () => {
    const typed = form.directory.trim();
    if (typed === '') setRefusal({ field: 'directory', sentence: texts.beginOnboarding.directoryMissing });
    else if (isDirectoryId(typed)) beginWith(typed);
    else if (chosen !== null) beginWith(chosen);
    else goOn(typed, await find(typed));
  };
  const problemOf = (field: Refusal['field']) => (refusal?.field === field ? refusal.sentence : null);
  return (
    <FormDialog
      title={texts.beginOnboarding.title}
      submit={texts.beginOnboarding.submit}
      busy={finding || beginning}
      problem={refusal !== null && refusal.field === null ? refusal.sentence : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        required
        label={texts.beginOnboarding.directory}
        hint={texts.beginOnboarding.directoryHint}
        problem={problemOf('directory')}
        value={form.directory}
        onChange={(directory) => {
          change({ directory });
          setSightings([]);
          setChosen(null);
        }}
      />
      {chosen !== null && (
        <SelectField
          label={texts.beginOnboarding.which}
          hint={texts.beginOnboarding.whichHint}
          value={chosen}
          options={sightings.map(({ cloud, entraTenantId }) => ({
            value: entraTenantId,
            label: texts.beginOnboarding.sighting(labelOf(cloud), entraTenantId),
          }))}
          onChange={setChosen}
        />
      )}
      <TextField
        label={texts.beginOnboarding.name}
        hint={texts.beginOnboarding.nameHint}
        problem={problemOf('name')}
        value={form.name}
        maxLength={longestName}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={texts.beginOnboarding.externalId}
        hint={texts.beginOnboarding.externalIdHint}
        problem={problemOf('externalId')}
        value={form.externalId}
        maxLength={longestName}
        onChange={(externalId) => change({ externalId })}
      />
    </FormDialog>
  );
}
