import { join } from 'node:path';

/** The folder of grafana, seen from build/. */
export const HOME = join(__dirname, '..');

/** The root of the project. */
export const ROOT = join(HOME, '..');

/** Where the dashboards are written, a folder for each language. */
export const DASHBOARDS = join(HOME, 'dashboards');
