#version 330 core
// The contour map: colour by height, crisp level lines, the domain's edge; hatched where f is undefined.
// `relative` heights are those of the shared scale, moved and stretched so that the window's own range is 0..1: deep
// zooms lose nothing to 32 bits.

in vec2 plot;

uniform sampler2D field;          // relative height, inside
uniform sampler2D color_map;      // by height
uniform vec4 field_from_plot;     // scale x, y and offset x, y: plot to the samples' 0..1
uniform vec4 domain_in_plot;      // x0, y0, x1, y1
uniform vec2 height_from_relative;  // scale, offset
uniform vec3 background, edge_color;  // sRGB
uniform float pixel_scale;        // pixels per design pixel
uniform vec2 origin;              // of the part that is drawn: pixels from the picture's lower left corner
uniform float line_strength;

out vec4 color;

float level_line(float height, float per_pixel);  // level_lines.frag
float lit(vec2 place);                             // veil.frag
vec3 with_basins(vec3 heights, vec2 place);        // basins.frag or no_basins.frag

void main() {
    vec2 size = vec2(textureSize(field, 0));
    vec2 share = plot * field_from_plot.xy + field_from_plot.zw;
    vec2 here = texture(field, (share * (size - 1.0) + 0.5) / size).rg;
    float height = here.r * height_from_relative.x + height_from_relative.y;
    vec3 map = with_basins(texture(color_map, vec2(height, 0.5)).rgb, plot);
    float per_pixel = length(vec2(dFdx(here.r), dFdy(here.r)));
    map *= 1.0 - 0.55 * line_strength * level_line(here.r, per_pixel);

    float inside = clamp((here.g - 0.5) / max(fwidth(here.g), 1e-6) + 0.5, 0.0, 1.0);
    float stripe = abs(fract((gl_FragCoord.x + origin.x + gl_FragCoord.y + origin.y) / (11.0 * pixel_scale)) - 0.5) * 11.0 - 1.0;
    vec3 hatch = mix(edge_color, background, 0.86 + 0.14 * clamp(stripe * 1.4142 * pixel_scale, 0.0, 1.0));
    map = mix(hatch, map, inside);

    // Pixels outside of the domain's edge, negative inside.
    vec2 low = (domain_in_plot.xy - plot) / fwidth(plot), high = (plot - domain_in_plot.zw) / fwidth(plot);
    float outside = max(max(low.x, low.y), max(high.x, high.y));
    float beyond = clamp(outside + 0.5, 0.0, 1.0);
    map = mix(map, vec3(dot(map, vec3(0.3, 0.59, 0.11))), 0.9 * beyond);
    map = mix(map, background, 0.8 * beyond);
    float edge = clamp(0.75 * pixel_scale + 0.5 - abs(outside), 0.0, 1.0);
    map = mix(0.75 * background, map, lit(plot));
    color = vec4(mix(map, edge_color, 0.7 * edge), 1.0);
}
