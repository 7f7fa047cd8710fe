/** An SVG file as a PNG: drawn by the browser itself, at several times its size so that it can stand in print. */

const SCALE = 3;

/** Base 64 of the file. Rejects where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * image.naturalWidth;
  canvas.height = SCALE * image.naturalHeight;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this editor draws no pictures');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
}
