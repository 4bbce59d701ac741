using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Recordings;

namespace Confluence.SpecTool.Drift.Placing;

/// <summary>A recorded answer with the operation that it belongs to.</summary>
internal sealed record PlacedAnswer(Recording Recording, WireOperation Operation);
