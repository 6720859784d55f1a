#version 330 core
// A very slow vertical gradient, with a trace of noise so that it shows no bands.
// Spaces: pixels from the picture's lower left corner.

uniform vec2 origin;           // of the part that is drawn
uniform float picture_height;
uniform vec3 top, bottom;      // sRGB

out vec4 color;

void main() {
    vec2 place = gl_FragCoord.xy + origin;
    float noise = fract(52.9829189 * fract(dot(place, vec2(0.06711056, 0.00583715)))) - 0.5;
    color = vec4(mix(bottom, top, smoothstep(0.0, picture_height, place.y)) + noise / 255.0, 1.0);
}
