import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from '../api/client.ts';
import { App } from './app.tsx';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App api={createApi()} />
  </StrictMode>,
);
