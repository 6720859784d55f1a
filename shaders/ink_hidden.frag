#version 330 core
// How visible ink is at a place of the picture: 1 before the surface, hidden_opacity behind it.
// Spaces: place in pixels from the upper left corner; depth as OpenGL's window depth, 0 near to 1 far.

uniform sampler2D depth;       // of the solid things in the picture
uniform vec2 picture_size;     // pixels
uniform float hidden_opacity;  // 1: nothing hides

float visibility(vec2 place, float ink_depth) {
    if (hidden_opacity >= 1.0) return 1.0;
    vec2 texel = vec2(place.x, picture_size.y - place.y) - 0.5;
    vec2 corner = floor(texel), part = texel - corner;
    ivec2 low = clamp(ivec2(corner), ivec2(0), ivec2(picture_size) - 1);
    ivec2 high = min(low + 1, ivec2(picture_size) - 1);
    vec4 near = step(vec4(ink_depth), vec4(texelFetch(depth, low, 0).r, texelFetch(depth, ivec2(high.x, low.y), 0).r,
                                           texelFetch(depth, ivec2(low.x, high.y), 0).r, texelFetch(depth, high, 0).r));
    float shown = mix(mix(near.x, near.y, part.x), mix(near.z, near.w, part.x), part.y);
    return mix(hidden_opacity, 1.0, shown);
}
