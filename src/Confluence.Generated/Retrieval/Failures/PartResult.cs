using System.Diagnostics.CodeAnalysis;

namespace Confluence.Generated.Retrieval.Failures;

/// <summary>What came of reading one part of a walk: the value, or the failure that costs this part only.</summary>
internal readonly struct PartResult<T>
{
    private readonly T? _value;

    public PartResult(T value) => _value = value;

    public PartResult(ConfluenceException error, PartFailure failure)
    {
        Error = error;
        Failure = failure;
    }

    /// <summary>Why the part is missing; null when it is there.</summary>
    public ConfluenceException? Error { get; }

    /// <summary>What that means.</summary>
    public PartFailure Failure { get; }

    /// <summary>Gives the value, if the part is there.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out ConfluenceException? error)
    {
        value = _value;
        error = Error;
        return error is null;
    }
}
