import type { Graphics } from '../../../protocol/hardware.ts';
import { fieldsOf, knownAmount, knownText } from './known.ts';

const megabyte = 1024 * 1024;
/** More than any card has, in megabytes. */
const mostMegabytes = 1024 * 1024;

const virtualNames =
  /vmware|virtualbox|vbox|qxl|virtio|bochs|cirrus|llvmpipe|softpipe|swiftshader|basic (display|render)|hyper-v|parallels|aspeed|matrox g200|microsoft remote|meta virtual/i;
const discreteNames =
  /geforce|\b[rg]tx\b|quadro|tesla|nvidia|\bgt ?\d{3,4}\b|titan|radeon (rx|pro|hd|r[579] [2-9x])|\brx ?\d{3,4}|firepro|instinct|\barc\b ?(\(tm\)|™)? ?(pro )?[ab]\d{2,3}/i;
const integratedNames =
  /\b(u?hd|iris|gma)\b|intel.*graphics|\bapu\b|radeon(\(tm\)|™)? (vega \d+ )?graphics|radeon(\(tm\)|™)? r[2-7] graphics|radeon(\(tm\)|™)? [678]\d0m|vega (3|6|7|8|10|11)\b|renoir|cezanne|picasso|raven|lucienne|barcelo|rembrandt|phoenix|apple m\d|adreno|mali|videocore|v3d|powervr|intel(\(r\)|®)? arc(\(tm\)|™)? graphics|arc 1[34]0[vt]/i;

const kindOf = (name: string | null, vendor: string | null): Graphics['kind'] => {
  const text = `${vendor ?? ''} ${name ?? ''}`;
  if (virtualNames.test(text)) return 'virtual';
  // Before the discrete ones: "Radeon RX Vega 10 Graphics" and "Intel Arc Graphics" are part of their processors.
  if (/vega (3|6|7|8|9|10|11)\b.*graphics/i.test(text) || integratedNames.test(name ?? '')) {
    return 'integrated';
  }
  if (discreteNames.test(text)) return 'discrete';
  return /intel/i.test(text) ? 'integrated' : 'unknown';
};

/**
 * Own memory of a card. What is reported is wrong in known ways: 128 or 256 MB for what is integrated or behind
 * some Linux drivers, exactly 4 GB (less one byte) where a driver counts in 32 bits.
 */
const ownMemory = (kind: Graphics['kind'], megabytes: number | null): number | null => {
  if (kind === 'integrated' || kind === 'virtual' || megabytes === null) return null;
  if (megabytes <= 256 || megabytes === 4095 || megabytes === 4096) return null;
  return megabytes * megabyte;
};

/** One graphics card as the survey's library reports it (`controllers` of its `graphics()`), made sense of. */
export const graphicsOf = (given: unknown): Graphics => {
  const { model, name, vendor, vram, memoryTotal } = fieldsOf(given);
  const title = knownText(model) ?? knownText(name);
  const maker = knownText(vendor);
  const kind = kindOf(title, maker);
  // NVIDIA's own tool, where it answered, knows the true size.
  const told = knownAmount(memoryTotal, mostMegabytes);
  const memoryBytes =
    told !== null && kind !== 'integrated'
      ? told * megabyte
      : ownMemory(kind, knownAmount(vram, mostMegabytes));
  return { name: title, vendor: maker, memoryBytes, kind };
};
