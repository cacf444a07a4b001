package io.athanor.examples.blog;
import io.athanor.orm.mapping.*;
@Mapped(table = "users")
public class User {
    @Id private Integer id;
    private String name, fullname, password;
    private boolean active;
    protected User() { }
    public User(String name, String fullname, String password) { this.name = name; this.fullname = fullname; this.password = password; }
    public Integer getId() { return id; } public String getName() { return name; } public String getFullname() { return fullname; }
    public void setName(String n) { name = n; } public void setPassword(String p) { password = p; }
}
