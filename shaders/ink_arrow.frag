#version 330 core
// An arrow, shaft and head of one piece, by its distance to the outline.
// Spaces: pixels along and across the arrow.

in vec2 local;
in vec2 place;
flat in vec4 arrow_ends;
flat in vec4 arrow_style;
flat in vec4 arrow_fill;
flat in vec4 arrow_outline;

out vec4 color;

float visibility(vec2 place, float ink_depth);  // ink_hidden.frag

void main() {
    float len = max(length(arrow_ends.zw - arrow_ends.xy), 1e-3);
    float thick = arrow_style.z;
    float head = min(6.5 * thick, 0.72 * len);       // length of the head
    float wing = min(3.2 * thick, 0.62 * head);      // half its width
    float x = local.x, y = abs(local.y);
    // The shaft ends inside the head, with a round tail.
    float shaft_end = len - 0.7 * head;
    float shaft = length(vec2(x - clamp(x, 0.0, max(shaft_end, 0.0)), y)) - thick;
    vec2 slant = normalize(vec2(wing, head));
    float triangle = max(len - head - x, dot(vec2(x - len, y), slant));
    float outside = min(shaft, triangle);
    float coverage = clamp(arrow_style.w + 0.5 - outside, 0.0, 1.0);
    if (coverage <= 0.0) discard;
    float filled = clamp(0.5 - outside, 0.0, 1.0);
    float share = clamp(x / len, 0.0, 1.0);
    float shown = visibility(mix(arrow_ends.xy, arrow_ends.zw, share), mix(arrow_style.x, arrow_style.y, share));
    vec4 ink = mix(arrow_outline, arrow_fill, filled);
    color = vec4(ink.rgb, ink.a * coverage * shown);
}
