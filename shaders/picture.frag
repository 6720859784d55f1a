#version 330 core
// A finished picture, pixel for pixel.

in vec2 plot;  // over the picture: 0..1 from its lower left corner

uniform sampler2D picture;

out vec4 color;

void main() { color = vec4(texture(picture, plot).rgb, 1.0); }
