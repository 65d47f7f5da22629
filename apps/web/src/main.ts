import * as z from 'zod';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// Trusted Types forbid code made from strings, which zod would otherwise try for speed.
z.config({ jitless: true });

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
