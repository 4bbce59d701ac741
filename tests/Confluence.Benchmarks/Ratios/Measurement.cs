namespace Confluence.Benchmarks.Ratios;

/// <summary>What one contender costs for one document.</summary>
/// <param name="Time">The 10th percentile of all rounds: what the work takes when nothing disturbs it.</param>
/// <param name="Allocated">Bytes that one run allocates on the heap, the least of all rounds.</param>
internal sealed record Measurement(TimeSpan Time, long Allocated);
