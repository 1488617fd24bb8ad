import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Contracts are bundled from their sources, as the rest of the workspace runs them. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@dataos/source', 'module', 'browser', 'production'] },
  build: { outDir: 'dist', assetsDir: 'assets', emptyOutDir: true, chunkSizeWarningLimit: 1_500 },
});
