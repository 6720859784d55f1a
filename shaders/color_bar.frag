#version 330 core
// The colour bar: the colour map from bottom to top.

in vec2 plot;

uniform sampler2D color_map;  // by height

out vec4 color;

void main() { color = vec4(texture(color_map, vec2(plot.y, 0.5)).rgb, 1.0); }
