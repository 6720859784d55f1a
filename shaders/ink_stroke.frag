#version 330 core
// One piece of a polyline as a round-ended ribbon with smooth edges. A pixel that is nearer to the neighbouring piece is
// left to that one, so that transparent lines are even at their corners.
// Spaces: pixels from the upper left corner.

in vec2 place;
flat in vec4 stroke_ends;
flat in vec4 stroke_neighbours;
flat in vec3 stroke_depths;
flat in vec4 stroke_color;

out vec4 color;

float visibility(vec2 place, float ink_depth);  // ink_hidden.frag

// Where along a..b the nearest point lies, 0..1.
float share_along(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    float square = dot(along, along);
    return square > 0.0 ? clamp(dot(p - a, along) / square, 0.0, 1.0) : 0.0;
}

float distance_to(vec2 p, vec2 a, vec2 b) {
    float share = share_along(p, a, b);
    return share >= 1.0 ? length(p - b) : length(p - a - share * (b - a));
}

void main() {
    vec2 a = stroke_ends.xy, b = stroke_ends.zw;
    float mine = distance_to(place, a, b);
    float coverage = clamp(stroke_depths.z + 0.5 - mine, 0.0, 1.0);
    if (coverage <= 0.0) discard;
    vec2 before = stroke_neighbours.xy, after = stroke_neighbours.zw;
    // Equally near happens all around a corner: then the earlier piece draws.
    if (before != a && distance_to(place, before, a) <= mine) discard;
    if (after != b && distance_to(place, b, after) < mine) discard;
    float share = share_along(place, a, b);
    float shown = visibility(mix(a, b, share), mix(stroke_depths.x, stroke_depths.y, share));
    color = vec4(stroke_color.rgb, stroke_color.a * coverage * shown);
}
