using Confluence.Generated.Json;

namespace Confluence.Generated.ReadModifyWrite;

/// <summary>A body that was read, in a representation that can be written.</summary>
internal readonly struct WritableBody
{
    private WritableBody(string representation, JsonText value)
    {
        Representation = representation;
        Value = value;
    }

    public string Representation { get; }

    /// <summary>The text as it is held, so that a request can be made of it without a string.</summary>
    public JsonText Value { get; }

    public string Text => Value.Get() ?? "";

    /// <summary>Chooses the first representation that came.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="writable">The representations that can be written, the one that loses least first. An empty text is a text; without one, nothing must be written over what is there.</param>
    /// <param name="others">The representations that cannot, and whether they came.</param>
    /// <param name="unknown">The names of representations that this version of the library does not know.</param>
    /// <exception cref="ArgumentException">None came that can be written.</exception>
    public static WritableBody Of(in RequestSource source, ReadOnlySpan<(string Name, JsonText Text)> writable, ReadOnlySpan<(string Name, bool Came)> others, IEnumerable<string>? unknown)
    {
        foreach ((string name, JsonText text) in writable)
        {
            if (!text.IsNull)
            {
                return new WritableBody(name, text);
            }
        }

        List<string> came = [];
        foreach ((string name, bool isThere) in others)
        {
            if (isThere)
            {
                came.Add(name);
            }
        }

        came.AddRange((unknown ?? []).Select(RequestSource.Shown));
        string asked = $"Read it with BodyFormat = {writable[0].Name}, or give a body of your own in the argument body.";
        throw source.Refuse(came.Count == 0
            ? $"was read without its body. {asked}"
            : $"was read with its body as {string.Join(", ", came)}, which cannot be written back. {asked}");
    }
}
