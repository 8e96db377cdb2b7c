/** What the seed changes on a map (maps/README.md) → the numbers that layout.c reads. */

/** Seeded features, as layout.c reads them: kind, then its numbers. */
export function encodeFeature(map, feature, block, world) {
  switch (feature.kind) {
    case 'row':
    case 'column': {
      const fill = block(feature.block);
      const ends = [feature.before ?? feature.block, feature.after ?? feature.block].map(block);
      return [
        feature.kind === 'row' ? 1 : 2,
        feature.at,
        feature.from,
        feature.to,
        fill,
        ...ends,
        feature.gaps,
        feature.width,
        ...[...(feature.avoid ?? []), 0, 0, 0].slice(0, 3),
      ];
    }
    case 'scatter':
      return [3, ...feature.area, block(feature.block), feature.count];
    case 'maze':
      return [
        5,
        ...feature.at,
        ...feature.size,
        block(feature.wall),
        block(feature.floor),
        block(feature.grass),
        feature.loops,
        feature.entrance,
        feature.exit,
        block(feature.gate),
      ];
    case 'cavern':
      return [
        6,
        ...feature.area,
        block(feature.floor),
        feature.share,
        ...feature.entrance,
        ...feature.exit,
        block(feature.wall),
      ];
    case 'when':
      return [7, world.flagNumber(feature.flag), ...feature.at, block(feature.block)];
    case 'patch':
      return [4, ...feature.area, ...feature.size, block(feature.block)];
    default:
      throw new Error(
        `map "${map.name}" has the feature "${feature.kind}"; known are row, column, scatter, patch, maze, cavern, when.`,
      );
  }
}
