export { createPainter, type PaintedMark, type Painter } from './painter.ts';
