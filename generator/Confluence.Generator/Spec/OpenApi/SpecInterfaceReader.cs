using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>Reads <c>x-cs-interfaces</c>.</summary>
internal sealed class SpecInterfaceReader(SpecReadContext context)
{
    private const string Keyword = "x-cs-interfaces";

    public IReadOnlyList<SpecInterface> Read(JsonObject root)
    {
        var interfaces = new List<SpecInterface>();
        foreach ((string name, JsonObject node) in context.Entries(root, Keyword))
        {
            context.RefuseOthers(node, SpecKeywords.Interface, $"an interface of '{Keyword}'");
            if (name.Length < 2 || name[0] != 'I' || !char.IsUpper(name[1]))
            {
                context.Unsupported(node, $"The interface '{name}' must be called like one: 'I', and a name that begins with a capital letter.");
            }
            else if (context.Text(node, "summary") is not { Length: > 0 } summary)
            {
                context.Unsupported(node, $"The interface '{name}' has no 'summary', which says what it is for.");
            }
            else
            {
                interfaces.Add(new SpecInterface(node, name, summary)
                {
                    Extends = context.Names(node, "extends"),
                    Members = context.Names(node, "members"),
                    Optional = context.Names(node, "optional"),
                    Schemas = context.Names(node, "schemas"),
                });
            }
        }

        return interfaces;
    }
}
