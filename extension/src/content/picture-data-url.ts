import type { Picture } from './square-pictures.ts';

/** In pixels of the drawing: small QR codes are enlarged, because a reader needs some pixels per module. */
const DRAWN_SIDE = { min: 300, max: 2000 } as const;

/** A picture as a PNG data URL, or `undefined` when it is broken or of another site, whose pixels no page may read. */
export async function pictureDataUrl(picture: Picture): Promise<string | undefined> {
  try {
    const image = picture instanceof SVGSVGElement ? await svgImage(picture) : picture;
    return draw(image, image instanceof HTMLImageElement ? naturalSize(image) : image);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function naturalSize({ naturalWidth, naturalHeight }: HTMLImageElement): Size {
  return { width: naturalWidth, height: naturalHeight };
}

function draw(image: CanvasImageSource, { width, height }: Size): string | undefined {
  if (width === 0 || height === 0) return undefined;
  // A whole factor keeps the edges of the modules where they are.
  const factor = width > DRAWN_SIDE.max ? DRAWN_SIDE.max / width : Math.ceil(DRAWN_SIDE.min / width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

async function svgImage(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  // An SVG that is sized by CSS has no size of its own as an image.
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
