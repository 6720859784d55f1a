#version 330 core
// Basins of attraction in the place of the colours of heights.
// `place` is the including shader's own: plot 0..1, or the domain's 0..1.

uniform sampler2D basins;        // a colour for each start, sRGB
uniform vec4 basins_from_place;  // scale x, y and offset x, y: place to the map's 0..1

/// The colour of the basin at the place, or `heights` where there is no map.
vec3 with_basins(vec3 heights, vec2 place) {
    vec2 share = place * basins_from_place.xy + basins_from_place.zw;
    if (any(lessThan(share, vec2(0.0))) || any(greaterThan(share, vec2(1.0)))) return heights;
    return texture(basins, share).rgb;
}
