#version 330 core
// The lit surface: height, slope and holes are read for each pixel, so that a coarse mesh shows a fine surface.
// Spaces: world. Light is reckoned linearly, with squares and roots for the sRGB curve.

in vec2 share;
in vec3 world;
in float mesh_height;

uniform sampler2D field;      // height 0..1, slopes in world units, inside
uniform sampler2D color_map;  // by height
uniform sampler2D sky_view;   // 0 in the deepest valleys, 1 on the sharpest hills
uniform vec3 eye;
uniform vec3 key_light;       // unit vector towards the lamp
uniform vec3 background;      // sRGB; what lies in the dark has its colour
uniform float line_strength;  // 0: no level lines
uniform bool broken;          // the surface jumps somewhere, or has poles
uniform bool smooth_holes;    // coverage into alpha, for multisampling; else cut hard

out vec4 color;

float level_line(float height, float per_pixel);  // level_lines.frag
float lit(vec2 place);                             // veil.frag
vec3 with_basins(vec3 heights, vec2 place);        // basins.frag or no_basins.frag

void main() {
    vec2 size = vec2(textureSize(field, 0));
    vec4 here = texture(field, (share * (size - 1.0) + 0.5) / size);
    // Between samples to either side of a break there is nothing to be read; the mesh is cut there.
    float height = broken ? mesh_height : here.r;
    // The mesh ends at the rims of holes; what is cut here are holes between its vertices, a third of a cell generously.
    float edge = here.a - 0.33;
    float coverage = clamp(edge / max(fwidth(here.a), 1e-6) + 0.5, 0.0, 1.0);
    float sight = lit(share);
    if (sight <= 0.0) discard;
    if (smooth_holes ? coverage <= 0.0 : edge < 0.0) discard;

    vec3 albedo = with_basins(texture(color_map, vec2(height, 0.5)).rgb, share);
    albedo *= albedo;
    // Cut off by the scale: a lid that is plainly not a height.
    if (height >= 0.99999) albedo = mix(albedo, vec3(dot(albedo, vec3(0.3, 0.59, 0.11))), 0.55) * 0.8;

    vec3 normal = normalize(vec3(-here.g, -here.b, 1.0));
    vec3 view = normalize(eye - world);
    float facing = dot(normal, view);
    // Seen from below.
    if (!gl_FrontFacing && facing < 0.0) {
        normal = -normal;
        facing = -facing;
    }
    float key = max(0.0, dot(normal, key_light) * 0.88 + 0.12);
    float open = texture(sky_view, (share * (size - 1.0) + 0.5) / size).r;
    vec3 sky = (0.62 + 0.76 * open) * mix(vec3(0.20, 0.19, 0.18), vec3(0.40, 0.43, 0.48), normal.z * 0.5 + 0.5);
    vec3 middle = normalize(view + key_light);
    float gloss = max(0.0, dot(normal, middle));
    gloss *= gloss; gloss *= gloss; gloss *= gloss; gloss *= gloss;
    float graze = 1.0 - clamp(facing, 0.0, 1.0);
    float rim = graze * graze * graze * graze;
    vec3 light = albedo * (sky + vec3(0.86, 0.84, 0.80) * key * (0.86 + 0.28 * open)) + vec3(0.045) * gloss + vec3(0.10, 0.115, 0.14) * rim;

    float per_pixel = length(vec2(dFdx(height), dFdy(height)));
    float line = line_strength * level_line(height, per_pixel);
    light = mix(light, light * 0.22, line);
    color = vec4(mix(background, sqrt(clamp(light, 0.0, 1.0)), sight), coverage);
}
