#version 330 core
// The colour bar: the colour map from bottom to top.

in vec2 plot;

uniform sampler2D color_map;  // by height; one row, whichever is asked for

out vec4 color;

void main() { color = vec4(texture(color_map, plot.yx).rgb, 1.0); }
