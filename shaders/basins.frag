#version 330 core
// Basins of attraction in the place of the colours of heights.
// `place` is the including shader's own: plot 0..1, or the domain's 0..1.

uniform sampler2D basins;        // a colour for each start, sRGB
uniform vec4 basins_from_place;  // scale x, y and offset x, y: place to the map's 0..1
uniform sampler2D nearer;        // likewise: a finer map of a part, which lies over the other
uniform vec4 nearer_from_place;

bool within(vec2 share) {
    return all(greaterThanEqual(share, vec2(0.0))) && all(lessThanEqual(share, vec2(1.0)));
}

/// The colour of the basin at the place, or `heights` where there is no map.
vec3 with_basins(vec3 heights, vec2 place) {
    vec2 near = place * nearer_from_place.xy + nearer_from_place.zw;
    if (within(near)) return texture(nearer, near).rgb;
    vec2 share = place * basins_from_place.xy + basins_from_place.zw;
    return within(share) ? texture(basins, share).rgb : heights;
}
