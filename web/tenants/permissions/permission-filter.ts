import { useSearchParams } from 'wouter';

/** `?permissions=act`: a link can lead to what needs action only. */
const [name, act] = ['permissions', 'act'];

export function useActFilter(): { onlyAct: boolean; setOnlyAct: (wanted: boolean) => void } {
  const [params, setParams] = useSearchParams();
  const setOnlyAct = (wanted: boolean) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (wanted) after.set(name, act);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  return { onlyAct: params.get(name) === act, setOnlyAct };
}
