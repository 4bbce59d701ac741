using Confluence.Contract.Tests.Documents;

namespace Confluence.Contract.Tests.Peers;

/// <summary>What came of calling one operation through both clients.</summary>
internal sealed class PeerOutcome(ContractOperation operation)
{
    public ContractOperation Operation { get; } = operation;

    /// <summary>Where the two requests differ, or what NSwag's client cannot express.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Members that NSwag's client sent although nobody set them, with their values: it has no way to leave them out.</summary>
    public SortedSet<string> Unasked { get; } = new(StringComparer.Ordinal);

    /// <summary>What NSwag's client could not read of the answer. It is no part of the judgement: the requests are.</summary>
    public List<string> Unread { get; } = [];
}
