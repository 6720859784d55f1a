#version 330 core
// The floor plate: the map's colours and level lines, softly.
// Spaces: world.

in vec2 share;
in vec2 rim;

uniform sampler2D field;      // height 0..1, slopes, inside
uniform sampler2D color_map;  // by height
uniform vec2 half_size;
uniform float margin;
uniform vec3 plate, plate_edge, line_color;  // sRGB
uniform float line_strength;

out vec4 color;

float level_line(float height, float per_pixel);  // level_lines.frag
float lit(vec2 place);                             // veil.frag

void main() {
    vec2 size = vec2(textureSize(field, 0));
    vec4 here = texture(field, (clamp(share, 0.0, 1.0) * (size - 1.0) + 0.5) / size);
    vec2 beyond = abs(rim) - half_size;
    float outside = max(beyond.x, beyond.y);
    float pixel = max(fwidth(outside), 1e-6);
    float inside = clamp(0.5 - outside / pixel, 0.0, 1.0) *
                   clamp((here.a - 0.5) / max(fwidth(here.a), 1e-6) + 0.5, 0.0, 1.0);
    vec3 map = mix(plate, texture(color_map, vec2(here.r, 0.5)).rgb, 0.38);
    float per_pixel = length(vec2(dFdx(here.r), dFdy(here.r)));
    map = mix(map, line_color, 0.38 * line_strength * level_line(here.r, per_pixel));
    vec3 shown = mix(plate, map, inside * lit(share));
    float border = clamp(1.5 - (margin - outside) / pixel, 0.0, 1.0);
    color = vec4(mix(shown, plate_edge, border), 1.0);
}
