#version 330 core
// A very slow vertical gradient, with a trace of noise so that it shows no bands.

in vec2 place;

uniform vec3 top, bottom;  // sRGB

out vec4 color;

void main() {
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    color = vec4(mix(bottom, top, smoothstep(0.0, 1.0, place.y)) + noise / 255.0, 1.0);
}
