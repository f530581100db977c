import { defineContentScript } from '#imports';
export default defineContentScript({ registration: 'runtime', matches: [], main() {} });
