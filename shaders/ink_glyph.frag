#version 330 core
// Marks by their distance to the outline: negative inside. The shapes are numbered as InkShape.
// Spaces: pixels from the mark's centre, y down.

in vec2 offset;
flat in vec4 glyph_center;
flat in vec2 glyph_style;
flat in vec4 glyph_fill;
flat in vec4 glyph_outline;

out vec4 color;

float visibility(vec2 place, float ink_depth);  // ink_hidden.frag

float box(vec2 p, vec2 half_size) {
    vec2 d = abs(p) - half_size;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

// Equal sides, apex up, centre of gravity at 0, corners at distance r.
float triangle(vec2 p, float r) {
    vec2 q = vec2(abs(p.x), p.y);
    return max(dot(q, vec2(0.8660254, -0.5)), q.y) - 0.5 * r;
}

float plus_sign(vec2 p, float r) {
    float arm = 0.3 * r;
    return min(box(p, vec2(r, arm)), box(p, vec2(arm, r)));
}

// Five points; the radius of the inner corners is 0.45 r.
float star(vec2 p, float r) {
    const vec2 left = vec2(0.809016994, 0.587785252), right = vec2(-0.809016994, 0.587785252);
    vec2 q = vec2(abs(p.x), -p.y);
    q -= 2.0 * max(dot(left * vec2(1.0, -1.0), q), 0.0) * left * vec2(1.0, -1.0);
    q -= 2.0 * max(dot(right * vec2(1.0, -1.0), q), 0.0) * right * vec2(1.0, -1.0);
    q.x = abs(q.x);
    q.y -= r;
    vec2 edge = 0.45 * vec2(0.587785252, 0.809016994) * r - vec2(0.0, r);
    float share = clamp(dot(q, edge) / dot(edge, edge), 0.0, 1.0);
    return length(q - share * edge) * sign(q.y * edge.x - q.x * edge.y);
}

// Two triangles, tip to tip.
float hourglass(vec2 p, float r) {
    vec2 q = abs(p);
    return max(q.y - 0.85 * r, dot(q, vec2(0.7808688, -0.6246950)) - 0.1 * r);
}

float tick_mark(vec2 p, float r) {
    vec2 a = vec2(-0.7, 0.05) * r, b = vec2(-0.15, 0.55) * r, c = vec2(0.75, -0.6) * r;
    vec2 ab = b - a, bc = c - b;
    float first = length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0));
    float second = length(p - b - bc * clamp(dot(p - b, bc) / dot(bc, bc), 0.0, 1.0));
    return min(first, second) - 0.24 * r;
}

float distance_of(int shape, vec2 p, float r) {
    if (shape == 1) return box(p, vec2(0.82 * r));
    if (shape == 2) return triangle(p - vec2(0.0, 0.12 * r), 1.12 * r);
    if (shape == 3) return (abs(p.x) + abs(p.y) - 1.08 * r) * 0.70710678;
    if (shape == 4) return triangle(vec2(p.x, -p.y) - vec2(0.0, 0.12 * r), 1.12 * r);
    if (shape == 5) return plus_sign(p, 0.98 * r);
    if (shape == 6) return star(p, 1.12 * r);
    if (shape == 7) return plus_sign(vec2(p.x + p.y, p.x - p.y) * 0.70710678, 1.02 * r);
    if (shape == 8) return hourglass(p, r);
    if (shape == 9) return abs(length(p) - 0.78 * r) - 0.22 * r;
    if (shape == 12) return tick_mark(p, r);
    return length(p) - r;
}

// A sphere under a lamp at the upper left, with a soft highlight and a darker rim.
vec3 sphere(vec3 albedo, vec2 p, float r) {
    vec2 q = clamp(p / r, -1.0, 1.0);
    vec3 normal = vec3(q.x, -q.y, sqrt(max(0.0, 1.0 - dot(q, q))));
    float key = max(0.0, dot(normal, vec3(-0.48, 0.62, 0.62)));
    float gloss = max(0.0, dot(normal, vec3(-0.28, 0.42, 0.863)));
    gloss *= gloss; gloss *= gloss; gloss *= gloss; gloss *= gloss; gloss *= gloss;
    vec3 linear = albedo * albedo * (0.42 + 0.72 * key) + vec3(0.55) * gloss;
    return sqrt(min(linear, 1.0));
}

void main() {
    float radius = glyph_center.w;
    int shape = int(glyph_style.y + 0.5);
    if (shape == 11) {
        float share = clamp(1.0 - length(offset) / radius, 0.0, 1.0);
        float shown = visibility(glyph_center.xy, glyph_center.z);
        color = vec4(glyph_fill.rgb, glyph_fill.a * share * share * (3.0 - 2.0 * share) * shown);
        return;
    }
    float outside = distance_of(shape, offset, radius);
    float coverage = clamp(0.5 - outside, 0.0, 1.0);
    if (coverage <= 0.0) discard;
    float filled = clamp(0.5 - outside - glyph_style.x, 0.0, 1.0);
    vec3 inner = shape == 10 ? sphere(glyph_fill.rgb, offset, radius - glyph_style.x) : glyph_fill.rgb;
    vec4 ink = mix(glyph_outline, vec4(inner, glyph_fill.a), filled);
    color = vec4(ink.rgb, ink.a * coverage * visibility(glyph_center.xy, glyph_center.z));
}
