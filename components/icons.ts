/** Line drawings as the data of a path in a square of 24. Each by itself: the page UI carries only what it shows. */
export const highlight = 'M4 20h16M8 15l8.5-8.5a1.8 1.8 0 0 0-3-3L5 12v3z';
export const quote = 'M5 11h5v6H4v-5c0-3 1.5-5 4-6M15 11h5v6h-6v-5c0-3 1.5-5 4-6';
export const entity = 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4 3.500-6 8-6s7.400 2 8 6';
export const note = 'M5 4h14v12l-4 4H5zM15 20v-4h4M8 9h8M8 13h5';
export const remove = 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5M14 11v5';
export const show = 'M12 4v13M6 12l6 6 6-6';
export const edit = 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3';
export const check = 'M5 12.500l4.500 4.500L19 7.500';
export const close = 'M6 6l12 12M18 6L6 18';
export const undo = 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3';
export const settings =
  'M4 7h10M18 7h2M4 17h2M10 17h10M14 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM6 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0z';
export const alert = 'M12 4L3 20h18zM12 10v5M12 17.500v.5';
export const take = 'M12 15V4M8 8l4-4 4 4M5 14v6h14v-6';
export const panel = 'M4 5h16v14H4zM14 5v14M16.500 9h1M16.500 12h1';
export const previous = 'M6 14l6-6 6 6';
export const next = 'M6 10l6 6 6-6';
export const caret =
  'M9 4h2a1.500 1.500 0 0 1 1 .5 1.500 1.500 0 0 1 1-.5h2M9 20h2a1.500 1.500 0 0 0 1-.5 1.500 1.500 0 0 0 1 .5h2M12 4.500v15';
export const range =
  'M7 4v16M17 4v16M3 12h4M17 12h4M4.500 9.500L2.500 12l2 2.500M19.500 9.500l2 2.500-2 2.500';
export const hide =
  'M4 4l16 16M9.500 5.500C16 4 20 10 21 12c-.500 1-1.500 2.600-3 4M6 8c-1.700 1.500-2.600 3.200-3 4 1 2 5 8.500 12 6.500';
export const reveal = 'M3 12c1-2 4-7 9-7s8 5 9 7c-1 2-4 7-9 7s-8-5-9-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z';
export const link =
  'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1';
export const tag = 'M4 4h8l8 8-8 8-8-8zM8.500 8.500v.1';
export const copy = 'M9 9h11v11H9zM15 9V4H4v11h5';
export const more =
  'M4.500 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0zM11 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0zM17.500 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0z';
export const grow = 'M4 8v8M20 8v8M8 12h8M10 9l-3 3 3 3M14 9l3 3-3 3';
export const find = 'M10.500 16a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM14.500 14.500L20 20';
export const piece = 'M4 6h16M4 18h16M12 9v6M9 12h6';
export const redo = 'M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h3';
export const goTo = 'M4 5h16v14H4zM4 9h16M12 12v4M9.500 14l2.500 2.500 2.500-2.500';
export const back = 'M20 12H5M11 6l-6 6 6 6';
export const merge = 'M5 5c0 5 3 7 7 7M19 5c0 5-3 7-7 7v8M9 17l3 3 3-3';
export const split =
  'M12 4v8M12 12c-4 0-7 2-7 7M12 12c4 0 7 2 7 7M2.500 16.500L5 19l2.500-2.500M16.500 16.500L19 19l2.500-2.500';
