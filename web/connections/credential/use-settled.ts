import { useEffect, useState } from 'react';

/** Long enough not to complain about a half-typed word, short enough to feel immediate after pasting. */
const pauseMs = 350;

/** The value as it was when it last stood still for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
