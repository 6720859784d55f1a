#version 330 core
// How strongly a pixel belongs to a level line. Lines are as wide in pixels everywhere, every fourth is stronger, and
// where they would merge they fade.
// Heights run from 0 to 1 over the table's bins.

uniform sampler2D levels;       // by height: the nearest level, its strength, the distance to the next; not interpolated
uniform vec2 level_line_width;  // pixels: common lines, strong lines

float level_line(float height, float per_pixel) {
    vec3 level = texture(levels, vec2(height, 0.5)).rgb;
    // On a plateau there is no line, whatever its height.
    float sloping = smoothstep(1e-5, 1e-4, per_pixel * level_line_width.x);
    float pixel = max(per_pixel, 1e-9);
    float spacing = level.z / pixel * mix(1.0, 3.0, level.y);
    float room = smoothstep(3.0, 8.0, spacing / max(level_line_width.x, 1.0));
    float half_width = 0.5 * mix(level_line_width.x, level_line_width.y, level.y);
    float line = clamp(half_width + 0.5 - abs(height - level.x) / pixel, 0.0, 1.0);
    return line * room * sloping * mix(0.75, 1.0, level.y);
}
