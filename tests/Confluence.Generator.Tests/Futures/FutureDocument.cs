using System.Text.Json;
using System.Text.Json.Nodes;

namespace Confluence.Generator.Tests.Futures;

/// <summary>The document <c>present.json</c> on its way to another revision. Places are JSON pointers.</summary>
internal sealed class FutureDocument
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private readonly JsonObject _root = (JsonObject)JsonNode.Parse(FutureTree.Present)!; // The file holds an object.

    public string Text => _root.ToJsonString(s_indented);

    /// <summary>Puts a value, given as JSON, at a place; an item of an array at its end, for <c>-</c>.</summary>
    public FutureDocument Set(string pointer, string json)
    {
        (JsonNode owner, string name) = OwnerOf(pointer);
        switch (owner)
        {
            case JsonArray array when name == "-":
                array.Add(JsonNode.Parse(json));
                break;
            case JsonArray array:
                array[IndexOf(name)] = JsonNode.Parse(json);
                break;
            default:
                owner[name] = JsonNode.Parse(json);
                break;
        }

        return this;
    }

    public FutureDocument Remove(string pointer)
    {
        (JsonNode owner, string name) = OwnerOf(pointer);
        if (owner is JsonArray array)
        {
            array.RemoveAt(IndexOf(name));
        }
        else
        {
            Assert.True(((JsonObject)owner).Remove(name), $"Nothing stands at {pointer}.");
        }

        return this;
    }

    public FutureDocument Move(string from, string to)
    {
        (JsonNode owner, string name) = OwnerOf(from);
        string json = Child(owner, name).ToJsonString();
        return Remove(from).Set(to, json);
    }

    /// <summary>Writes another text wherever one stands, names of members and references included.</summary>
    public FutureDocument Rename(string from, string to)
    {
        string text = _root.ToJsonString();
        Assert.Contains(from, text, StringComparison.Ordinal);
        var renamed = (JsonObject)JsonNode.Parse(text.Replace(from, to, StringComparison.Ordinal))!; // It was one.
        _root.Clear();
        foreach ((string name, JsonNode? value) in renamed)
        {
            _root.Add(name, value?.DeepClone());
        }

        return this;
    }

    private (JsonNode Owner, string Name) OwnerOf(string pointer)
    {
        string[] names = [.. pointer.Split('/').Skip(1).Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        return (names[..^1].Aggregate((JsonNode)_root, Child), names[^1]);
    }

    private static JsonNode Child(JsonNode owner, string name) =>
        (owner is JsonArray array ? array[IndexOf(name)] : owner[name]) ?? throw new InvalidOperationException($"Nothing stands at '{name}' in {owner.GetPath()}.");

    private static int IndexOf(string name) => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
}
