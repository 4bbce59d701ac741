using Confluence.Generated.Answers;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Calls;

/// <summary>Reads a value from an answer, as JSON or in another way. A struct, so that a call needs no closure for it.</summary>
internal readonly struct AnswerReader<T>
{
    private readonly JsonItemReader<T>? _json;
    private readonly Func<ConfluenceRequest, HttpAnswer, T>? _read;
    private readonly bool _validates;

    /// <summary>Creates a reader of JSON.</summary>
    /// <param name="json">Reads the value.</param>
    /// <param name="validates">Whether a member that is never null must be present.</param>
    public AnswerReader(JsonItemReader<T> json, bool validates)
    {
        _json = json;
        _validates = validates;
    }

    /// <summary>Creates a reader that uses a delegate.</summary>
    public AnswerReader(Func<ConfluenceRequest, HttpAnswer, T> read) => _read = read;

    /// <exception cref="ConfluenceResponseException">The answer cannot be read.</exception>
    public T Read(ConfluenceRequest request, HttpAnswer answer) =>
        _json is not null ? JsonAnswer.Read(request, answer, _json, _validates) : _read!(request, answer); // Each constructor sets one of the two.
}
