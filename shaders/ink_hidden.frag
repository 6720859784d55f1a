#version 330 core
// How visible ink is at a place of the picture: 1 before the surface, hidden_opacity behind it. Places beyond the part
// that is drawn are taken for its nearest.
// Spaces: place in pixels from the upper left corner; depth as OpenGL's window depth, 0 near to 1 far.

uniform sampler2DShadow depth;  // of the solid things in that part; compared, then mixed among the nearest four pixels
uniform vec4 part;              // of the picture that is drawn: left, top, width, height; pixels
uniform float hidden_opacity;

float visibility(vec2 place, float ink_depth) {
    vec2 texel = vec2(place.x - part.x, part.w - (place.y - part.y)) / part.zw;
    return mix(hidden_opacity, 1.0, textureLod(depth, vec3(texel, ink_depth), 0.0));
}
